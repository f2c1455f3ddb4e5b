// The chat: what is written goes into the outbox, from there to the server, one message after the
// other, and leaves the outbox when its answer has come.

import { Link } from "./link.js";
import * as outbox from "./outbox.js";
import { View } from "./view.js";

const byId = (id) => document.getElementById(id);
const texts = JSON.parse(document.body.dataset.texts);
const maxFrameBytes = Number(document.body.dataset.maxFrameBytes);
const input = byId("input");
const hasKeyboard = matchMedia("(pointer: fine)").matches;

const GREETING = { id: "greeting", text: "/start", shown: "" }; // one id: however often it is asked for

let isOpen = false;
let underWay = ""; // the id of the message that the server is answering
let newest = "";
let pausedUntil = 0;

const view = new View(texts, say);
const link = new Link({ last: () => newest, frame: take, state: showState });

function say(message) {
  view.showWaiting(outbox.keep(message));
  if (!isOpen) view.markWaiting(texts.retrying);
  sendNext();
}

function sendNext() {
  if (!isOpen || underWay || Date.now() < pausedUntil) return;
  const [next] = outbox.waiting();
  if (!next) return;
  underWay = next.id;
  link.send({ type: "say", ...next });
}

function take(frame) {
  ({ welcome, turn, wait, person })[frame.type]?.(frame);
}

function welcome({ turns, ...frame }) {
  view.showHistory(turns);
  newest = turns.at(-1)?.id ?? newest;
  for (const { id } of turns) outbox.drop(id);
  for (const message of outbox.waiting()) view.showWaiting(message);
  view.markWaiting(texts.sending);
  person(frame);
  if (view.isEmpty) say(GREETING);
  else sendNext();
}

function turn({ turn: answered }) {
  outbox.drop(answered.id);
  view.showTurn(answered);
  newest = answered.id;
  notify("");
  if (underWay === answered.id) underWay = "";
  sendNext();
}

function wait({ seconds }) {
  underWay = "";
  pausedUntil = Date.now() + seconds * 1000;
  setTimeout(sendNext, seconds * 1000 + 50);
  notify(texts.too_fast);
}

function person({ language, menu }) {
  // The page itself comes in one language; the history is kept, so it can be fetched anew.
  if (language !== document.documentElement.lang) location.reload();
  byId("menu").replaceChildren(...menu.map(menuEntry));
}

function menuEntry({ label, action }) {
  const entry = document.createElement("button");
  entry.type = "button";
  entry.textContent = label;
  entry.addEventListener("click", () => {
    close("menu");
    say({ text: action, shown: label });
    focusInput();
  });
  return entry;
}

function showState(state) {
  isOpen = state === "open";
  underWay = "";
  document.body.dataset.state = state;
  byId("state").textContent = isOpen ? texts.automatic : texts.lost;
  byId("resume").hidden = state !== "elsewhere";
  notify(state === "elsewhere" ? texts.elsewhere : "");
  if (!isOpen) view.markWaiting(texts.retrying);
}

function notify(text) {
  byId("notice-text").textContent = text;
  byId("notice").hidden = !text;
}

function submit() {
  const text = input.value.trim();
  if (!text) return;
  if (new TextEncoder().encode(JSON.stringify(text)).length > maxFrameBytes - 1000) {
    notify(texts.too_long);
    return;
  }
  notify("");
  input.value = "";
  grow();
  say({ text });
  input.focus();
}

function grow() {
  input.style.height = "auto";
  input.style.height = `${input.scrollHeight}px`;
}

function focusInput() {
  // On a phone the focus would open its keyboard over the answer.
  if (hasKeyboard) input.focus();
}

function toggle(name) {
  const panel = byId(name);
  const isClosed = panel.hidden;
  for (const other of ["menu", "appearance"]) close(other);
  panel.hidden = !isClosed;
  byId(`${name}-button`).ariaExpanded = String(isClosed);
  if (isClosed) panel.querySelector("button")?.focus();
}

function close(name) {
  byId(name).hidden = true;
  byId(`${name}-button`).ariaExpanded = "false";
}

for (const name of ["menu", "appearance"]) {
  byId(`${name}-button`).addEventListener("click", () => toggle(name));
  byId(name).addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    close(name);
    byId(`${name}-button`).focus();
  });
}

byId("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});
input.addEventListener("input", grow);
input.addEventListener("keydown", (event) => {
  // While a Vietnamese letter is being composed, Enter belongs to the input method.
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  submit();
});
byId("log").addEventListener("click", () => ["menu", "appearance"].forEach(close));
byId("resume").addEventListener("click", () => link.connect());

if (navigator.cookieEnabled) link.connect();
else notify(texts.cookies_off);
focusInput();
