import { Select, SimpleGrid } from "@mantine/core";
import type { CatalogEntry, Parameter } from "../../api/types";
import { useDraft, useDraftField } from "./DraftContext";
import { JsonField, NumberField, OptionField } from "./fields";
import type { Json } from "./pointer";

interface PlugInFieldsProps {
  pointer: string;
  label: string;
  entries: CatalogEntry[];
  required?: boolean;
}

/** A choice from the catalog with the chosen entry's own parameters. */
export function PlugInFields({ pointer, label, entries, required = false }: PlugInFieldsProps) {
  const { change } = useDraft();
  const name = useDraftField(`${pointer}/name`);
  const current = entries.find((entry) => entry.name === (name.value ?? name.fallback));
  return (
    <>
      <Select
        label={label}
        description={current?.summary}
        withAsterisk={required}
        allowDeselect={false}
        data={options(entries, name.value)}
        value={typeof name.value === "string" ? name.value : null}
        placeholder={typeof name.fallback === "string" ? name.fallback : undefined}
        error={name.error}
        onChange={(chosen) => {
          const entry = entries.find((one) => one.name === chosen);
          if (entry) {
            change({ type: "choose", pointer, entry, previous: current });
          }
        }}
      />
      <ParameterFields pointer={pointer} parameters={current?.parameters ?? []} />
    </>
  );
}

/** The catalog's names, and the draft's own where the catalog does not know it. */
function options(entries: CatalogEntry[], value: Json | undefined): string[] {
  const names = entries.map((entry) => entry.name);
  return typeof value === "string" && !names.includes(value) ? [value, ...names] : names;
}

interface ParameterFieldsProps {
  pointer: string;
  parameters: Parameter[];
}

export function ParameterFields({ pointer, parameters }: ParameterFieldsProps) {
  if (parameters.length === 0) {
    return null;
  }
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      {parameters.map((parameter) => (
        <ParameterField
          key={parameter.name}
          pointer={`${pointer}/${parameter.name}`}
          parameter={parameter}
        />
      ))}
    </SimpleGrid>
  );
}

function ParameterField({ pointer, parameter }: { pointer: string; parameter: Parameter }) {
  const common = {
    pointer,
    label: parameter.name,
    description: `${parameter.summary}; ${parameter.allowed}`,
    required: parameter.required,
    fallback: parameter.fallback as Json | undefined,
  };
  if (parameter.kind === "json") {
    return <JsonField {...common} />;
  }
  return parameter.kind === "option" ? (
    <OptionField {...common} options={parameter.options ?? []} />
  ) : (
    <NumberField {...common} />
  );
}
