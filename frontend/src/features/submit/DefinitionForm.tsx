import { Stack, Text } from "@mantine/core";
import type { Field } from "../../api/types";
import { Panel } from "../../components/Panel";
import { ArrayFields } from "./ArrayFields";
import { useDraft, useMethod } from "./DraftContext";
import { FieldGrid } from "./FieldGrid";
import { reads } from "./methods";
import { ObjectFields } from "./ObjectFields";
import { PlugInFields } from "./PlugInFields";
import { inside } from "./pointer";

const sectionKinds = ["object", "plug-in", "array"];

/** The definition as a form: what there is to fill in comes from the catalog. */
export function DefinitionForm() {
  const { definition } = useDraft().catalog;
  const method = useMethod();
  const isSection = (field: Field) => sectionKinds.includes(field.kind);
  return (
    <Stack gap="md">
      <Panel title="Experiment">
        <FieldGrid pointer="" fields={definition.filter((field) => !isSection(field))} />
      </Panel>
      {definition
        .filter((field) => isSection(field) && reads(method, field))
        .map((field) => (
          <Section key={field.name} field={field} />
        ))}
    </Stack>
  );
}

function Section({ field }: { field: Field }) {
  return (
    <Panel title={field.title}>
      <Stack gap="sm">
        {field.help && (
          <Text size="sm" className="quiet" mt={-12}>
            {field.help}
          </Text>
        )}
        <Inside field={field} />
      </Stack>
    </Panel>
  );
}

function Inside({ field }: { field: Field }) {
  const pointer = inside("", field.name);
  switch (field.kind) {
    case "plug-in":
      return <PlugInFields pointer={pointer} field={field} headed />;
    case "array":
      return <ArrayFields pointer={pointer} field={field} />;
    default:
      return <ObjectFields pointer={pointer} field={field} />;
  }
}
