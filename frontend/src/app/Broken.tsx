import { Anchor, Container, Text, Title } from "@mantine/core";
import { useRouteError } from "react-router";

/** What stands in the page's place when drawing it failed. */
export function Broken() {
  const error = useRouteError();
  return (
    <Container py="xl">
      <Title order={1} size="h3">
        This page could not be drawn
      </Title>
      <Text my="sm">{error instanceof Error ? error.message : String(error)}</Text>
      <Anchor href="/">Back to the experiments</Anchor>
    </Container>
  );
}
