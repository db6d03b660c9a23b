import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const server = "http://127.0.0.1:8080";
const proxy = Object.fromEntries(
  ["/api", "/actuator", "/swagger-ui", "/v3"].map((path) => [path, server]),
);

export default defineConfig({
  plugins: [react()],
  server: { proxy },
  preview: { proxy },
  build: {
    // Plotly alone is larger than the usual limit; it is loaded only where a chart is shown.
    chunkSizeWarningLimit: 1600,
  },
  test: {
    maxWorkers: 2,
    testTimeout: 60_000,
    alias: { "plotly.js-cartesian-dist-min": "/src/testing/fakePlotly.ts" },
    projects: [
      {
        extends: true,
        test: {
          name: "pages",
          include: ["src/**/*.test.tsx"],
          environment: "jsdom",
          setupFiles: ["src/testing/setup.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "functions",
          include: ["src/**/*.test.ts"],
          environment: "node",
          isolate: false,
        },
      },
    ],
  },
});
