import { SimpleGrid, Text, UnstyledButton } from "@mantine/core";
import type { Preset } from "../../api/types";
import classes from "./PresetPicker.module.css";

interface PresetPickerProps {
  presets: Preset[];
  chosen: string | null;
  choose: (name: string) => void;
}

/** The definitions to begin with. */
export function PresetPicker({ presets, chosen, choose }: PresetPickerProps) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: Math.min(4, Math.max(2, presets.length)) }}>
      {presets.map((preset) => (
        <UnstyledButton
          key={preset.name}
          className={classes.preset}
          aria-pressed={preset.name === chosen}
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
  );
}
