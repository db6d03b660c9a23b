import { Anchor, Container, Group } from "@mantine/core";
import { Link, NavLink, Outlet, ScrollRestoration } from "react-router";
import { Mark } from "./Mark";
import { SchemeSwitch } from "./SchemeSwitch";
import classes from "./Shell.module.css";

const pages = [
  { to: "/", label: "Experiments" },
  { to: "/new", label: "New experiment" },
  { to: "/sweeps", label: "Sweeps" },
  { to: "/workers", label: "Workers" },
];

/** What every page stands in: name, navigation, colour scheme. */
export function Shell() {
  return (
    <>
      <a href="#content" className="skip-link">
        Skip to the content
      </a>
      <header className={classes.header}>
        <Container size={1320} className={classes.bar}>
          <Link to="/" className={classes.brand}>
            <Mark />
            Winnow
          </Link>
          <nav className={classes.nav} aria-label="Pages">
            {pages.map((page) => (
              <NavLink key={page.to} to={page.to} end className={classes.link}>
                {page.label}
              </NavLink>
            ))}
          </nav>
          <Group gap="md" wrap="nowrap">
            <Anchor href="/swagger-ui/index.html" size="sm">
              API
            </Anchor>
            <SchemeSwitch />
          </Group>
        </Container>
      </header>
      <Container component="main" id="content" size={1320} py="lg">
        <Outlet />
      </Container>
      <ScrollRestoration getKey={(location) => location.pathname} />
    </>
  );
}
