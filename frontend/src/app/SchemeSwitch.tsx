import { type MantineColorScheme, SegmentedControl, useMantineColorScheme } from "@mantine/core";

const schemes: { value: MantineColorScheme; label: string }[] = [
  { value: "light", label: "Light" },
  { value: "auto", label: "Auto" },
  { value: "dark", label: "Dark" },
];

/** Light, dark, or as the system says. */
export function SchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      size="xs"
      aria-label="Colour scheme"
      data={schemes}
      value={colorScheme}
      onChange={setColorScheme}
    />
  );
}
