// Messages that have no answer yet. Each has an entry of its own in localStorage, so that they
// outlive the page and two open pages do not write over each other.

const PREFIX = "cchc.outbox.";
const unstored = new Map(); // where storage is closed or full
let latest = 0;

export function keep(message) {
  latest = Math.max(Date.now(), latest + 1);
  const kept = { id: newId(), pressed_on: "", ...message, at: latest };
  try {
    localStorage.setItem(PREFIX + kept.id, JSON.stringify(kept));
  } catch {
    unstored.set(kept.id, kept);
  }
  return kept;
}

export function drop(id) {
  unstored.delete(id);
  try {
    localStorage.removeItem(PREFIX + id);
  } catch {
    // Then it was never there.
  }
}

/** Return what has no answer, in the order in which it was written. */
export function waiting() {
  return [...unstored.values(), ...stored()].sort((one, other) => one.at - other.at);
}

function stored() {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => JSON.parse(localStorage.getItem(key)));
  } catch {
    return [];
  }
}

function newId() {
  if (crypto.randomUUID) return crypto.randomUUID(); // on https and localhost alone
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
