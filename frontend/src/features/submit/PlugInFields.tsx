import { Select, Stack } from "@mantine/core";
import type { CatalogEntry } from "../../api/types";
import { useDraft, useDraftField } from "./DraftContext";
import { FieldGrid } from "./FieldGrid";
import { entries, fieldOf } from "./field";
import type { FieldProps } from "./fields";
import { inside, type Json } from "./pointer";
import { SetAsideNote } from "./SetAsideNote";

interface PlugInFieldsProps extends FieldProps {
  /** Whether a heading says already what is picked. */
  headed?: boolean;
}

/** A choice from the catalog with the chosen entry's own parameters and those of its kind. */
export function PlugInFields({ pointer, field, headed = false }: PlugInFieldsProps) {
  const { catalog, change } = useDraft();
  const name = useDraftField(inside(pointer, "name"));
  const whole = useDraftField(pointer);
  const offered = entries(catalog, field.catalog);
  const standing = name.fallback ?? field.fallback;
  const current = offered.find((entry) => entry.name === (name.value ?? standing));
  const choose = (entry: CatalogEntry) => {
    const choice = { pointer, entry, previous: current };
    change(
      field.catalog === "methods"
        ? { type: "choose-method", fields: catalog.definition, ...choice }
        : { type: "choose", ...choice },
    );
  };
  return (
    <Stack gap="sm">
      <Select
        label={headed ? undefined : field.title}
        aria-label={headed ? field.title : undefined}
        description={current?.summary}
        withAsterisk={field.required}
        allowDeselect={false}
        data={options(offered, name.value)}
        value={typeof name.value === "string" ? name.value : null}
        placeholder={typeof standing === "string" ? standing : undefined}
        error={name.error ?? whole.error}
        onChange={(chosen) => offered.filter((one) => one.name === chosen).forEach(choose)}
      />
      {field.catalog === "methods" && <SetAsideNote />}
      <FieldGrid
        pointer={pointer}
        fields={[...(current?.parameters ?? []).map(fieldOf), ...field.fields]}
      />
    </Stack>
  );
}

/** The catalog's names, and the draft's own where the catalog does not know it. */
function options(offered: CatalogEntry[], value: Json | undefined): string[] {
  const names = offered.map((entry) => entry.name);
  return typeof value === "string" && !names.includes(value) ? [value, ...names] : names;
}
