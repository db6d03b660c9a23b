// Builds the dashboard ("node build.mjs") or checks it ("node build.mjs check") for Maven,
// and does nothing when nothing has changed since the last success.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const stamps = join(here, "node_modules", ".cache", "winnow");
const generated = new Set(["node_modules", "dist", "schema.d.ts"]);

function fail(message) {
  process.stderr.write(`\nDashboard: ${message}\n\n`);
  process.exit(1);
}

function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(
      `Node ${process.versions.node} is too old; it needs Node 20.19 or newer (https://nodejs.org).`,
    );
  }
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !generated.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? files(path) : [path];
    });
}

function hash(paths) {
  const digest = createHash("sha256").update(`${process.platform} ${process.arch}\n`);
  for (const path of paths) {
    const content = readFileSync(path);
    digest.update(`${path.slice(here.length)} ${content.length}\n`).update(content);
  }
  return digest.digest("hex");
}

/** Runs a step unless it last succeeded on the same input and what it makes is still there. */
function step(name, input, made, command) {
  const stamp = join(stamps, name);
  const wanted = hash(input);
  if (existsSync(made) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) {
    return;
  }
  process.stdout.write(`Dashboard: npm ${command.join(" ")}\n`);
  // npm is a script on Windows, which only a shell starts.
  const shell = process.platform === "win32";
  const { error, status } = spawnSync("npm", command, { cwd: here, stdio: "inherit", shell });
  if (error) {
    fail(`npm did not start (${error.message}); it comes with Node 20.19 or newer.`);
  }
  if (status !== 0) {
    fail(`"npm ${command.join(" ")}" ended with status ${status}; its output is above.`);
  }
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, wanted);
}

requireNode();
const modules = join(here, "node_modules");
step("install", [join(here, "package-lock.json")], modules, ["ci", "--no-audit", "--no-fund"]);
if (process.argv[2] === "check") {
  step("check", files(here), modules, ["run", "check"]);
} else {
  step("build", files(here), join(here, "dist", "index.html"), ["run", "build"]);
}
