import { Box, Grid, Stack } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useReducer } from "react";
import { validation } from "../../api/catalog";
import type { Catalog } from "../../api/types";
import { DefinitionForm } from "./DefinitionForm";
import { DraftContext } from "./DraftContext";
import { changed, draftOf } from "./draft";
import type { Grid as SweepGrid } from "./grid";
import { JsonEditor } from "./JsonEditor";
import type { SetAside } from "./methods";
import type { JsonObject } from "./pointer";
import { SubmitPanel } from "./SubmitPanel";
import { SweepPanel } from "./SweepPanel";
import { Verdict } from "./Verdict";

const nothing: SetAside = {};

interface EditorProps {
  initial: JsonObject;
  /** What a sweep of it would vary; may be empty. */
  grid: SweepGrid;
  catalog: Catalog;
}

/** The form and, beside it, what the server says about the definition as it stands. */
export function Editor({ initial, grid, catalog }: EditorProps) {
  const [draft, change] = useReducer(changed, initial, draftOf);
  const { definition, setAside = nothing } = draft;
  const [settled] = useDebouncedValue(definition, 300);
  const { data, error } = useQuery(validation(settled));
  const scope = useMemo(
    () => ({ catalog, definition, setAside, validation: data, change }),
    [catalog, definition, setAside, data],
  );
  return (
    <DraftContext value={scope}>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, sm: 7 }}>
          <DefinitionForm />
        </Grid.Col>
        <Grid.Col span={{ base: 12, sm: 5 }}>
          <Box pos="sticky" top={68} mah="calc(100vh - 84px)" style={{ overflowY: "auto" }}>
            <Stack gap="md">
              <SubmitPanel definition={definition} broken={draft.textError !== null} />
              <Verdict validation={data} error={error} />
              <SweepPanel definition={definition} initial={grid} />
              <JsonEditor
                text={draft.text}
                error={draft.textError}
                write={(text) => change({ type: "write", text })}
              />
            </Stack>
          </Box>
        </Grid.Col>
      </Grid>
    </DraftContext>
  );
}
