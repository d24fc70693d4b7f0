// Line icons of 20 units, drawn here.
const PATHS = {
  today: "M4 9l6-5 6 5v7a1 1 0 0 1-1 1h-3v-5H8v5H5a1 1 0 0 1-1-1z",
  signals: "M3 11h4l1 2h4l1-2h4M3 11l2-6h10l2 6v5a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1z",
  findings: "M9 15a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM13.5 13.5L17 17M9 6.5v3M9 11.8v.1",
  casefiles: "M3 6a1 1 0 0 1 1-1h4l2 2h6a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1zM7 11h6",
  due: "M4 5h12v12H4zM4 8.5h12M7 3v3M13 3v3M8 12.5l1.5 1.5 2.8-3",
  devices: "M3 4h14v9H3zM7 17h6M10 13v4M6 9h2l1-2 2 4 1-2h2",
  components: "M10 3l6 3.2v7.2L10 17l-6-3.6V6.2zM4 6.2l6 3.4 6-3.4M10 9.6V17",
  sources: "M4 5.5C4 4.1 6.7 3 10 3s6 1.1 6 2.5S13.3 8 10 8 4 6.9 4 5.5zM4 5.5v9C4 15.9 6.7 17 10 17s6-1.1 6-2.5v-9M4 10c0 1.4 2.7 2.5 6 2.5s6-1.1 6-2.5",
  reports: "M5 3h7l3 3v11H5zM12 3v3h3M8 10h4M8 13h4",
  metrics: "M4 16V4M4 16h13M7.5 13v-3M11 13V7M14.5 13V9",
  publish: "M10 12V4M7 6.5L10 3.5l3 3M4 12v4h12v-4",
  trail: "M7 5h10M7 10h10M7 15h10M3.5 5h.1M3.5 10h.1M3.5 15h.1",
  program: "M10 3l6 2.5v4c0 4-2.6 6.5-6 7.5-3.4-1-6-3.5-6-7.5v-4zM7.5 10l1.8 1.8 3.3-3.6",
  admin: "M10 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM10 3v2M10 15v2M3 10h2M15 10h2M5 5l1.4 1.4M13.6 13.6L15 15M15 5l-1.4 1.4M6.4 13.6L5 15",
  search: "M9 15a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM13.5 13.5L17 17",
  menu: "M3 5.5h14M3 10h14M3 14.5h14",
  close: "M5 5l10 10M15 5L5 15",
  sun: "M10 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM10 2.5v1.5M10 16v1.5M2.5 10H4M16 10h1.5M4.7 4.7l1 1M14.3 14.3l1 1M15.3 4.7l-1 1M5.7 14.3l-1 1",
  moon: "M16 11.5A6.5 6.5 0 0 1 8.5 4a6.5 6.5 0 1 0 7.5 7.5z",
  system: "M3 4h14v10H3zM7 17h6",
  help: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM8 8a2 2 0 1 1 2.7 1.9c-.5.2-.7.5-.7 1.1v.3M10 13.7v.1",
  check: "M4.5 10.5l3.5 3.5 7.5-8",
  cross: "M6 6l8 8M14 6l-8 8",
  clock: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4l2.5 2",
  warn: "M10 3l7.5 13.5h-15zM10 8v4M10 14.3v.1",
  down: "M10 4v9M6.5 9.5L10 13l3.5-3.5M4 16h12",
  out: "M8 4H4v12h4M12 7l3 3-3 3M15 10H8",
  external: "M8 5H4v11h11v-4M11 4h5v5M16 4l-7 7",
  message: "M3 5h14v10H3zM3 6l7 5 7-5",
  elsewhere: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM6.8 10h6.4",
  pen: "M4 16l.8-3.3L13 4.5l2.5 2.5-8.2 8.2z",
  plus: "M10 4v12M4 10h12",
  chevron: "M8 5l5 5-5 5",
  lock: "M5 9h10v8H5zM7 9V7a3 3 0 0 1 6 0v2",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
