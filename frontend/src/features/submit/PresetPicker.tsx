import { SegmentedControl, SimpleGrid, Stack, Text, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import type { Preset } from "../../api/types";
import classes from "./PresetPicker.module.css";

interface PresetPickerProps {
  presets: Preset[];
  chosen: Preset | undefined;
  choose: (name: string) => void;
}

const groups = [
  { value: "quick", label: "Quick" },
  { value: "question", label: "Questions" },
  { value: "paper", label: "The paper" },
];

/** The definitions to begin with, one group at a time. */
export function PresetPicker({ presets, chosen, choose }: PresetPickerProps) {
  const [group, setGroup] = useState(chosen?.group ?? "quick");
  return (
    <Stack gap="xs" align="flex-start">
      <SegmentedControl
        size="xs"
        aria-label="Presets"
        data={groups}
        value={group}
        onChange={setGroup}
      />
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} w="100%">
        {presets
          .filter((preset) => preset.group === group)
          .map((preset) => (
            <UnstyledButton
              key={preset.name}
              className={classes.preset}
              aria-pressed={preset === chosen}
              onClick={() => choose(preset.name)}
            >
              <Text size="sm" fw={600}>
                {preset.name}
              </Text>
              <Text size="xs" className="quiet">
                {preset.summary}
              </Text>
            </UnstyledButton>
          ))}
      </SimpleGrid>
    </Stack>
  );
}
