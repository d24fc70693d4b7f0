// Signing a record of a casefile.
import type { CaseRecord, Casefile } from "../../api/casefile";
import { Signing } from "../../parts/signing";
import { kindOf } from "./kinds";
import { RecordView } from "./record";

export function SignDialog({ file, record, onClose, onDone }: { file: Casefile; record: CaseRecord; onClose: () => void; onDone: () => void }) {
  return (
    <Signing what={`record ${record.number}`} author={record.who} path={`/casefiles/${file.casefile.number}/signatures`} body={{ record: record.number }} onClose={onClose} onDone={onDone}>
      <RecordView record={record} kind={kindOf(record.kind)} closed />
    </Signing>
  );
}
