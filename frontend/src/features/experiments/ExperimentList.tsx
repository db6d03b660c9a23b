import { Box, Button, Center, Group, Loader, Select, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { experimentList } from "../../api/experiments";
import { stateName, states } from "../../api/states";
import type { State } from "../../api/types";
import { Failure } from "../../components/Failure";
import type { Codec } from "../../components/useViewState";
import { useViewState } from "../../components/useViewState";
import { ExperimentTable } from "./ExperimentTable";
import { NothingYet } from "./NothingYet";

const stateCodec: Codec<State | null> = {
  read: (text) => states.find((state) => state === text) ?? null,
  write: (state) => state,
};

const choices = states.map((state) => ({
  value: state,
  label: stateName(state),
}));

/** Every experiment, newest first, page by page. */
export function ExperimentList() {
  const [state, setState] = useViewState("state", stateCodec);
  const list = useInfiniteQuery(experimentList(state));
  const experiments = list.data?.pages.flatMap((page) => page.items);
  return (
    <Box component="section">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h5">
          All experiments
        </Title>
        <Select
          size="xs"
          w={150}
          aria-label="State"
          placeholder="Every state"
          data={choices}
          value={state}
          onChange={(value) => setState(stateCodec.read(value))}
          clearable
        />
      </Group>
      {list.error && !experiments && (
        <Failure
          error={list.error}
          what="The experiments could not be read"
          retry={() => list.refetch()}
        />
      )}
      {list.isPending && (
        <Center p="xl">
          <Loader aria-label="Reading the experiments" />
        </Center>
      )}
      {experiments?.length === 0 && <NothingYet filtered={state !== null} />}
      {experiments && experiments.length > 0 && <ExperimentTable experiments={experiments} />}
      {list.hasNextPage && (
        <Center mt="md">
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => list.fetchNextPage()}
          >
            Load more
          </Button>
        </Center>
      )}
    </Box>
  );
}
