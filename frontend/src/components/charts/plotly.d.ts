declare module "plotly.js-cartesian-dist-min" {
  /** The part of Plotly that the dashboard uses. */
  interface Plotly {
    react(element: HTMLElement, data: object[], layout: object, config: object): Promise<unknown>;
    purge(element: HTMLElement): void;
    Plots: { resize(element: HTMLElement): void };
  }
  const plotly: Plotly;
  export default plotly;
}
