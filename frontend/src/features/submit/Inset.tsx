import { Box, Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Fault } from "./Fault";

interface InsetProps {
  title: string;
  help?: string | undefined;
  actions?: ReactNode;
  error: string | null;
  children: ReactNode;
}

/** Fields that belong together inside a section. */
export function Inset({ title, help, actions, error, children }: InsetProps) {
  return (
    <Box role="group" aria-label={title} pl="sm" style={{ borderLeft: "2px solid var(--line)" }}>
      <Group justify="space-between" mb={4}>
        <Text size="sm">
          <Text span inherit fw={600}>
            {title}
          </Text>{" "}
          {help && (
            <Text span size="xs" className="quiet">
              {help}
            </Text>
          )}
        </Text>
        {actions}
      </Group>
      <Stack gap="sm">
        {children}
        <Fault error={error} />
      </Stack>
    </Box>
  );
}
