// Walks through the dashboard of a running server in a real browser and keeps screenshots:
//   node browser/run.mjs http://127.0.0.1:8080 target/browser [path of Chromium]
// Needs an experiment with curve points; submits another and a sweep, and cancels both. Ends with status 1 when a step fails or the browser
// reports an error, such as a breach of the content security policy.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [base, out, executablePath = "/usr/bin/chromium"] = process.argv.slice(2);
if (!base || !out) {
  process.stderr.write("usage: node browser/run.mjs <server> <folder> [path of Chromium]\n");
  process.exit(2);
}
mkdirSync(out, { recursive: true });

const complaints = [];

async function open(browser, path, colorScheme) {
  const page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 900 } });
  page.on("pageerror", (error) => complaints.push(`${path}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") {
      complaints.push(`${path}: ${message.text()}`);
    }
  });
  await page.goto(base + path);
  return page;
}

async function drawn(page) {
  await page.locator(".js-plotly-plot .trace.scatter").first().waitFor();
}

async function keep(page, name) {
  // The sticky header would stand in the middle of a page that is scrolled.
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: join(out, `${name}.png`), fullPage: true });
}

async function firstPage(browser) {
  const page = await open(browser, "/", "light");
  await drawn(page);
  await keep(page, "experiments");
  const title = page.locator("section h2 a").first();
  const address = await title.getAttribute("href");
  await title.click();
  await page.waitForURL(`**${address}`);
  return { page, address };
}

async function experimentPage({ page }) {
  await drawn(page);
  await page.getByText("Early-stop iteration", { exact: true }).first().click();
  await page.waitForURL(/metric=iteration/);
  await page.getByRole("tab", { name: "Learning curves and masks" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Mask of ticket 1 as npz" }).click(),
  ]);
  await download.saveAs(join(out, "mask.npz"));
  await keep(page, "experiment");
}

async function submitPage(browser) {
  const page = await open(browser, "/new", "light");
  await page.getByRole("heading", { name: "Plan" }).waitFor();
  await page.getByLabel("Rounds").first().fill("0");
  await page.getByText(/to correct/).waitFor();
  await keep(page, "new");
  await page.getByLabel("Rounds").first().fill("12");
  await page.getByRole("button", { name: "Submit experiment" }).click();
  await page.waitForURL(/\/experiments\/\d+$/);
  await page
    .getByText(/round 0/i)
    .first()
    .waitFor();
  await keep(page, "running");
  await page.getByRole("button", { name: "Cancel experiment" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel experiment" }).click();
  await page.getByText("Cancelled", { exact: true }).first().waitFor();
}

async function sweep(browser) {
  const page = await open(browser, "/new", "light");
  await page.getByText("Questions", { exact: true }).click();
  await page.getByRole("button", { name: /^initial-distribution/ }).click();
  await page.getByText("2 experiments, 48 trainings in all").waitFor();
  await keep(page, "question");
  await page.getByText("Quick", { exact: true }).click();
  await page.getByRole("button", { name: /^sample/ }).click();
  await page
    .locator("input")
    .and(page.getByLabel("Field", { exact: true }))
    .click();
  await page.getByRole("option", { name: "/training/optimizer/learningRate" }).click();
  await page.getByLabel("Values of /training/optimizer/learningRate").fill("0.001, 0.002");
  await page.getByText("2 experiments, 64 trainings in all").waitFor();
  await page.getByRole("button", { name: "Submit sweep" }).click();
  await page.waitForURL(/\/sweeps\/\d+$/);
  await page.getByRole("link", { name: /learningRate 0.002/ }).waitFor();
  await keep(page, "sweep");
  const number = page.url().split("/").at(-1);
  const { points } = await (await page.request.get(`${base}/api/v1/sweeps/${number}`)).json();
  for (const { experiment } of points) {
    await page.request.post(`${base}/api/v1/experiments/${experiment.id}/cancel`);
  }
}

async function shot(browser, path, scheme, name) {
  const page = await open(browser, path, scheme);
  await page.getByRole("heading", { level: 1 }).waitFor();
  if (name === "experiment-dark") {
    await drawn(page);
  }
  await keep(page, name);
}

// Chromium's sandbox does not run for root.
const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await chromium.launch({ executablePath, args });
try {
  const first = await firstPage(browser);
  await experimentPage(first);
  await submitPage(browser);
  await sweep(browser);
  await shot(browser, first.address, "dark", "experiment-dark");
  await shot(browser, "/workers", "light", "workers");
} catch (error) {
  complaints.push(error instanceof Error ? error.message : String(error));
} finally {
  await browser.close();
}
for (const complaint of complaints) {
  process.stderr.write(`${complaint}\n`);
}
process.exit(complaints.length > 0 ? 1 : 0);
