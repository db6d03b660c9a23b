import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

const brand: MantineColorsTuple = [
  "#e8f4fb",
  "#cfe6f5",
  "#a0cdec",
  "#6db2e1",
  "#4499d6",
  "#2688cd",
  "#0f7cc4",
  "#0069a8",
  "#005d96",
  "#004c7d",
];

// Mantine's dark greys with a little blue, to sit well on the page's surface.
const dark: MantineColorsTuple = [
  "#e3e6ea",
  "#b9c0c8",
  "#98a1ab",
  "#6b747e",
  "#414850",
  "#343a41",
  "#262a30",
  "#1d2024",
  "#16181b",
  "#101214",
];

export const theme = createTheme({
  primaryColor: "brand",
  primaryShade: { light: 7, dark: 7 },
  colors: { brand, dark },
  fontFamily: '"IBM Plex Sans", system-ui, -apple-system, "Segoe UI", sans-serif',
  fontFamilyMonospace: '"IBM Plex Mono", ui-monospace, SFMono-Regular, Menlo, monospace',
  headings: { fontWeight: "600" },
  defaultRadius: "sm",
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    // Help stands below the input, so that inputs side by side stay level.
    InputWrapper: {
      defaultProps: { inputWrapperOrder: ["label", "input", "error", "description"] },
    },
    Table: { defaultProps: { verticalSpacing: 8, horizontalSpacing: "sm" } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300 } },
  },
});

/** Quiet and alarming text with enough contrast for small print (WCAG AA) in both schemes. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": "#57606a",
    "--mantine-color-placeholder": "#6e7781",
    "--mantine-color-error": "#b42318",
  },
  dark: {
    "--mantine-color-dimmed": "#a3abb5",
    "--mantine-color-placeholder": "#8b949e",
    "--mantine-color-error": "#ff9b8f",
  },
});
