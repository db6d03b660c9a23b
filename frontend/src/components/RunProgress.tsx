import { Group, Progress, Text } from "@mantine/core";

interface RunProgressProps {
  done: number;
  total: number;
  label: string;
}

/** How many of the runs are done, as a bar and in numbers. */
export function RunProgress({ done, total, label }: RunProgressProps) {
  const percent = total > 0 ? (100 * done) / total : 0;
  return (
    <Group gap="xs" wrap="nowrap">
      <Progress value={percent} aria-label={label} size="sm" flex={1} miw={60} />
      <Text size="xs" className="quiet numbers" style={{ whiteSpace: "nowrap" }}>
        {done}/{total}
      </Text>
    </Group>
  );
}
