// Letters, contrast and colours. Runs before the first paint, so that nothing flashes.
"use strict";

(() => {
  const SIZES = ["87.5%", "100%", "115%", "132%", "150%"];
  const NORMAL = 1;
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const chosen = { size: NORMAL, contrast: matchMedia("(prefers-contrast: more)").matches, colours: "auto" };

  try {
    Object.assign(chosen, JSON.parse(localStorage.getItem("cchc.appearance")));
  } catch {
    // Storage is closed to us, or holds something else: the choice lasts as long as the page.
  }

  function apply() {
    const isDark = chosen.colours === "auto" ? dark.matches : chosen.colours === "dark";
    root.style.fontSize = SIZES[chosen.size] ?? SIZES[NORMAL];
    root.dataset.colours = isDark ? "dark" : "light";
    root.dataset.contrast = chosen.contrast ? "high" : "normal";
    for (const button of document.querySelectorAll("[data-letters]")) {
      const end = { smaller: 0, larger: SIZES.length - 1 }[button.dataset.letters];
      button.setAttribute("aria-disabled", chosen.size === end);
    }
    document.querySelector("button[data-contrast]")?.setAttribute("aria-pressed", chosen.contrast);
    for (const button of document.querySelectorAll("[data-colours]:not(html)")) {
      button.setAttribute("aria-pressed", button.dataset.colours === chosen.colours);
    }
  }

  function choose(change) {
    Object.assign(chosen, change);
    apply();
    try {
      localStorage.setItem("cchc.appearance", JSON.stringify(chosen));
    } catch {
      // As above.
    }
  }

  function press({ target }) {
    const button = target.closest("button");
    if (!button) return;
    const { letters, colours, contrast } = button.dataset;
    const steps = { smaller: chosen.size - 1, normal: NORMAL, larger: chosen.size + 1 };
    if (letters) choose({ size: Math.min(Math.max(steps[letters], 0), SIZES.length - 1) });
    if (colours) choose({ colours });
    if (contrast !== undefined) choose({ contrast: !chosen.contrast });
  }

  apply();
  dark.addEventListener("change", apply);
  document.addEventListener("DOMContentLoaded", () => {
    document.getElementById("appearance").addEventListener("click", press);
    apply();
  });
})();
