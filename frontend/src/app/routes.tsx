import type { RouteObject } from "react-router";
import { NotFound } from "../components/NotFound";
import { ExperimentPage } from "../features/experiment/ExperimentPage";
import { ExperimentsPage } from "../features/experiments/ExperimentsPage";
import { SubmitPage } from "../features/submit/SubmitPage";
import { SweepPage } from "../features/sweeps/SweepPage";
import { SweepsPage } from "../features/sweeps/SweepsPage";
import { WorkersPage } from "../features/workers/WorkersPage";
import { Broken } from "./Broken";
import { Shell } from "./Shell";

export const routes: RouteObject[] = [
  {
    element: <Shell />,
    errorElement: <Broken />,
    children: [
      { index: true, element: <ExperimentsPage /> },
      { path: "new", element: <SubmitPage /> },
      { path: "experiments/:id", element: <ExperimentPage /> },
      { path: "sweeps", element: <SweepsPage /> },
      { path: "sweeps/:id", element: <SweepPage /> },
      { path: "workers", element: <WorkersPage /> },
      { path: "*", element: <NotFound what="No page is at this address." /> },
    ],
  },
];
