import { Alert, List, Loader } from "@mantine/core";
import type { Validation } from "../../api/types";
import { reason } from "../../components/Failure";
import { counted } from "../../components/format";
import { sentence } from "../../components/Refusal";
import { ForecastLine } from "./ForecastLine";
import { PlanPanel } from "./PlanPanel";
import { readable } from "./pointer";

interface VerdictProps {
  validation: Validation | undefined;
  error: Error | null;
}

/** The server's answer to the definition as it stands: errors, warnings, plan. */
export function Verdict({ validation, error }: VerdictProps) {
  if (error) {
    return (
      <Alert color="red" title="The definition could not be checked" role="alert">
        {reason(error)}
      </Alert>
    );
  }
  if (!validation) {
    return <Loader size="sm" aria-label="Checking the definition" />;
  }
  return (
    <>
      {validation.errors.length > 0 && (
        <Notes
          color="red"
          title={`${counted(validation.errors.length, "field")} to correct`}
          notes={validation.errors.map((one) => ({ at: one.pointer, text: sentence(one) }))}
        />
      )}
      {validation.warnings.length > 0 && (
        <Notes
          color="yellow"
          title={counted(validation.warnings.length, "warning")}
          notes={validation.warnings.map((one) => ({ at: one.pointer, text: one.detail }))}
        />
      )}
      {validation.forecast && <ForecastLine forecast={validation.forecast} />}
      {validation.plan && <PlanPanel plan={validation.plan} />}
    </>
  );
}

interface NotesProps {
  color: string;
  title: string;
  notes: { at: string; text: string }[];
}

function Notes({ color, title, notes }: NotesProps) {
  return (
    <Alert color={color} variant="light" title={title} role="status">
      <List size="sm" spacing={4} listStyleType="none">
        {notes.map((note) => (
          <List.Item key={note.at + note.text}>
            <b>{readable(note.at)}</b> {note.text}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
