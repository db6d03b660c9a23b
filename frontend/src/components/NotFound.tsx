import { Anchor, Stack, Text, Title } from "@mantine/core";
import { Link } from "react-router";

/** Nothing is at this address. */
export function NotFound({ what }: { what: string }) {
  return (
    <Stack align="center" gap="xs" py={80}>
      <Title order={1} size="h3">
        Not found
      </Title>
      <Text className="quiet">{what}</Text>
      <Anchor component={Link} to="/" mt="sm">
        All experiments
      </Anchor>
    </Stack>
  );
}
