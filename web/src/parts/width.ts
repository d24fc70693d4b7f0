import { useLayoutEffect, useRef, useState } from "preact/hooks";

// The width a drawing has, in pixels: it is drawn anew for it, so that its text keeps its size.
export function useWidth(otherwise = 640) {
  const box = useRef<HTMLDivElement>(null);
  const [width, set] = useState(otherwise);
  useLayoutEffect(() => {
    const place = box.current;
    if (!place) return;
    const look = () => set(Math.max(240, Math.floor(place.clientWidth)));
    look();
    const watch = new ResizeObserver(look);
    watch.observe(place);
    return () => watch.disconnect();
  }, []);
  return { box, width };
}
