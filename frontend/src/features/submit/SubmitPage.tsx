import { Center, Loader, Stack, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { catalog, presets } from "../../api/catalog";
import { experimentDetail } from "../../api/experiments";
import { Failure } from "../../components/Failure";
import { useTitle } from "../../components/useTitle";
import { anyWord, useViewState, wholeNumber } from "../../components/useViewState";
import { Editor } from "./Editor";
import type { Grid } from "./grid";
import { PresetPicker } from "./PresetPicker";
import type { JsonObject } from "./pointer";

/** Writes a definition, beginning with a preset (?preset=) or an earlier experiment (?from=). */
export function SubmitPage() {
  useTitle("New experiment");
  const [preset] = useViewState("preset", anyWord);
  const [from] = useViewState("from", wholeNumber);
  const [, setParameters] = useSearchParams();
  const choices = useQuery(catalog);
  const offered = useQuery(presets);
  const template = useQuery({
    ...experimentDetail(from ?? 0),
    enabled: from !== null,
    refetchInterval: false,
  });
  const error = choices.error ?? offered.error ?? template.error;
  if (error) {
    return <Failure error={error} what="The form could not be made" />;
  }
  if (!choices.data || !offered.data || (from !== null && !template.data)) {
    return (
      <Center p="xl">
        <Loader aria-label="Reading the catalog" />
      </Center>
    );
  }
  const chosen = offered.data.find((one) => one.name === preset) ?? offered.data[0];
  const initial = template.data?.definition ?? chosen?.definition ?? {};
  return (
    <Stack gap="md">
      <Title order={1} size="h3">
        New experiment
      </Title>
      <PresetPicker
        presets={offered.data}
        chosen={from === null ? chosen : undefined}
        choose={(name) => setParameters({ preset: name }, { replace: true, flushSync: true })}
      />
      <Editor
        key={from ?? chosen?.name}
        initial={initial as JsonObject}
        grid={from === null ? ((chosen?.grid ?? {}) as Grid) : {}}
        catalog={choices.data}
      />
    </Stack>
  );
}
