import { Box, Group, Title } from "@mantine/core";
import type { ReactNode } from "react";

interface PanelProps {
  title: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A titled part of a page. */
export function Panel({ title, actions, children }: PanelProps) {
  return (
    <Box component="section" className="surface" p="md">
      <Group justify="space-between" gap="sm" mb="sm">
        <Title order={2} size="h5">
          {title}
        </Title>
        {actions}
      </Group>
      {children}
    </Box>
  );
}
