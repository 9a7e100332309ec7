// What a page cannot do by itself: news, copying, times that go on. Everything else works without.
"use strict";

const wait = 250;
// Where the sandbox's clock stops.
const latest = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
let shown = location.search;
const clock = document.getElementById("clock");

function length(seconds) {
  const units = [[86400, "d"], [3600, "h"], [60, "min"]];
  const [unit, name] = units.find(([unit]) => seconds >= 2 * unit) ?? [1, "s"];
  return `${Math.floor(seconds / unit)} ${name}`;
}

function tick() {
  if (!clock) return;
  const moved = Date.now() + Number(clock.dataset.offsetMs);
  const now = Math.min(Math.max(moved, 0), latest);
  clock.textContent = new Date(now).toISOString().slice(0, 19).replace("T", " ") + " UTC";
  for (const time of document.querySelectorAll("[data-ago]")) {
    const seconds = Math.floor((now - Number(time.dataset.ago)) / 1000);
    set(time, seconds < 0 ? `in ${length(-seconds)}` : seconds < 2 ? "now" : `${length(seconds)} ago`);
  }
  for (const time of document.querySelectorAll("[data-left]")) {
    const seconds = Math.floor((Number(time.dataset.left) - now) / 1000);
    set(time, seconds <= 0 ? "expired" : `${length(seconds)} left`);
  }
}

function set(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function dress(root) {
  for (const button of root.querySelectorAll("[data-copy]")) button.hidden = false;
}

async function copy(button) {
  await navigator.clipboard.writeText(button.dataset.copy);
  button.textContent = "Copied";
  setTimeout(() => { button.textContent = "Copy"; }, 1500);
}

async function pageAt(address, options) {
  const response = await fetch(address, options);
  const text = await response.text();
  const isPage = response.headers.get("content-type")?.startsWith("text/html");
  return isPage ? new DOMParser().parseFromString(text, "text/html") : null;
}

// Takes over what came since, from the page as it would be now: one way to render it. With `all`,
// what is there no more goes as well.
async function refresh(all) {
  const log = document.getElementById("log");
  const address = new URL(location.href);
  address.searchParams.set("after", all ? "0" : log?.firstElementChild?.dataset.id ?? "0");
  const page = await pageAt(address);
  if (!page) return;
  // Another sandbox is there now, or the page's subject is not: nothing here holds any more.
  if (page.body.dataset.start !== document.body.dataset.start) {
    location.replace(location.pathname + location.search);
    return;
  }
  for (const old of document.querySelectorAll("[data-refresh]")) {
    const fresh = page.getElementById(old.id);
    if (fresh && !old.contains(document.activeElement)) old.replaceChildren(...fresh.childNodes);
  }
  const now = [...page.querySelectorAll("#log > li")];
  const ids = (rows) => new Set([...rows].map((row) => row.dataset.id));
  const before = ids(log?.children ?? []);
  if (all) {
    const kept = ids(now);
    for (const row of [...(log?.children ?? [])]) if (!kept.has(row.dataset.id)) row.remove();
  }
  const rows = now.filter((row) => !before.has(row.dataset.id));
  for (const row of rows) row.classList.add("fresh");
  log?.prepend(...rows);
  const most = Number(log?.dataset.shown);
  while (log?.childElementCount > most) log.lastElementChild.remove();
  tick();
}

// One at a time, however fast requests come.
let due = false;
let whole = false;
let busy = false;
async function news(all) {
  due = true;
  whole ||= all;
  if (busy) return;
  busy = true;
  while (due) {
    const all = whole;
    due = whole = false;
    await refresh(all).catch(() => { whole ||= all; });
    await new Promise((done) => setTimeout(done, wait));
  }
  busy = false;
}

// A request in the other pane, so that the list stays where it is.
async function choose(link) {
  const page = await pageAt(link.href);
  const detail = page?.getElementById("detail");
  if (!detail) return location.assign(link.href);
  document.getElementById("detail").replaceWith(detail);
  document.querySelector(".panes").classList.add("chosen");
  for (const other of document.querySelectorAll("#log a")) other.removeAttribute("aria-current");
  link.setAttribute("aria-current", "true");
  history.pushState(null, "", link.href);
  shown = location.search;
  dress(detail);
  tick();
}

// The answer beside the form, which keeps the credential that the page is not told again.
async function tryIt(form) {
  const body = new URLSearchParams(new FormData(form));
  const page = await pageAt(form.action, { method: "POST", body });
  const answer = page?.getElementById("answer");
  if (!answer) return form.submit();
  document.getElementById("answer").replaceChildren(...answer.childNodes);
  dress(document.getElementById("answer"));
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  if (button) copy(button);
  const link = event.target.closest("#log a");
  const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
  if (link && plain) {
    event.preventDefault();
    choose(link);
  }
});

document.addEventListener("submit", (event) => {
  if (event.target.id !== "try-form") return;
  event.preventDefault();
  tryIt(event.target);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll(".menu[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// Going back to another pane loads it; going to another part of the page does not.
addEventListener("popstate", () => {
  if (location.search !== shown) location.reload();
});

dress(document);
tick();
setInterval(tick, 1000);
if (clock) {
  const stream = new EventSource("/requests/stream");
  stream.addEventListener("request", () => news(false));
  // What was not heard, such as another start of the sandbox, shows in the page as a whole.
  for (const gap of ["missed", "cleared"]) stream.addEventListener(gap, () => news(true));
  let heard = false;
  stream.addEventListener("open", () => {
    if (heard) news(true);
    heard = true;
  });
  addEventListener("pagehide", () => stream.close());
}
