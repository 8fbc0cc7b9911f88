// The reader: words and cards are one thing; keys walk them. Works on the page and in the self-contained file.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const theme = new URLSearchParams(location.search).get("theme");
  if (theme === "dark" || theme === "light") root.dataset.theme = theme;

  const wide = matchMedia("(min-width: 1120px)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const all = (query) => [...document.querySelectorAll(query)];
  const quoted = (id) => `[data-s="${CSS.escape(id)}"]`;
  const cardOf = (id) => document.querySelector(`.card${quoted(id)}`);
  const wordsOf = (id) => document.querySelector(`.st${quoted(id)}`);
  let active = null;
  let only = null;

  // Cards beside their words: each as near as the one above allows; the open one stands level, others give way.
  function layout() {
    const text = document.getElementById("text");
    if (!text) return;
    const cards = all(".card").filter((card) => !card.classList.contains("hide"));
    if (!wide.matches) return unplace(text);
    const boxes = measure(cards, text.getBoundingClientRect().top);
    stack(boxes);
    for (const box of boxes) box.card.style.top = `${box.top}px`;
    const last = boxes.at(-1);
    text.style.minHeight = last ? `${last.top + last.height + 20}px` : "";
    draw(boxes.find((box) => box.card.dataset.s === active));
  }
  function unplace(text) {
    for (const card of all(".card")) card.style.top = "";
    text.style.minHeight = "";
    draw(null);
  }
  function measure(cards, base) {
    return cards.filter((card) => wordsOf(card.dataset.s)).map((card) => {
      const first = wordsOf(card.dataset.s).getClientRects()[0];
      const scene = card.querySelector(".scene");
      const head = scene ? scene.offsetHeight : 0;
      const line = first.top - base + first.height / 2;
      const inset = card.classList.contains("on") ? 19 : 14;
      return { card, head, line, height: card.offsetHeight, gap: scene ? 14 : 3, want: line - head - inset, top: 0 };
    });
  }
  const HIGHEST = -60;
  function stack(boxes) {
    const below = (box, above) => Math.max(box.want, above ? above.top + above.height + box.gap : HIGHEST);
    boxes.forEach((box, i) => { box.top = below(box, boxes[i - 1]); });
    const open = boxes.findIndex((box) => box.card.dataset.s === active);
    if (open < 0) return;
    boxes[open].top = Math.max(boxes[open].want, HIGHEST);
    for (let i = open - 1; i >= 0; i--) boxes[i].top = Math.min(boxes[i].top, boxes[i + 1].top - boxes[i].height - boxes[i + 1].gap);
    const over = HIGHEST - boxes[0].top;
    if (over > 0) for (let i = 0; i <= open; i++) boxes[i].top += over;
    for (let i = open + 1; i < boxes.length; i++) boxes[i].top = below(boxes[i], boxes[i - 1]);
  }
  function draw(box) {
    const path = document.querySelector("#lead path");
    if (path) path.setAttribute("d", box ? `M2 ${box.line} H14 L30 ${box.top + box.head + 19} H43` : "");
  }

  function activate(id, { scroll = false, address = true } = {}) {
    active = id && cardOf(id) ? id : null;
    for (const element of all(".on")) element.classList.remove("on");
    if (active) {
      for (const element of all(quoted(active))) element.classList.add("on");
      for (const element of all(`[data-of~="${CSS.escape(active)}"]`)) element.classList.add("on");
    }
    layout();
    if (active && scroll) bring(wide.matches ? wordsOf(active) : cardOf(active));
    if (address) keep(active);
    document.dispatchEvent(new CustomEvent("sayso:open", { detail: active }));
  }
  function bring(element) {
    element.scrollIntoView({ block: "center", behavior: still.matches ? "auto" : "smooth" });
  }
  function keep(id) {
    try {
      history.replaceState(history.state, "", location.pathname + location.search + (id ? `#${id}` : ""));
    } catch { /* a file opened from disk may keep its address */ }
  }

  function step(direction, wanted = () => true) {
    const shown = all(".card").filter((card) => !card.classList.contains("hide") && wanted(card)).map((card) => card.dataset.s);
    if (!shown.length) return;
    const order = all(".card").map((card) => card.dataset.s);
    const at = order.indexOf(active);
    const next = direction > 0 ? shown.find((id) => order.indexOf(id) > at) : shown.filter((id) => order.indexOf(id) < at).pop();
    activate(next ?? (direction > 0 ? shown[0] : shown.at(-1)), { scroll: true });
  }

  function show(speaker) {
    only = speaker;
    const hit = (id) => only === null || cardOf(id)?.dataset.speakers.split(" ").includes(only);
    for (const words of all(".st[data-s]")) words.classList.toggle("off", !hit(words.dataset.s));
    for (const card of all(".card")) card.classList.toggle("hide", !hit(card.dataset.s));
    for (const link of all("[data-speaker]")) link.toggleAttribute("aria-current", link.dataset.speaker === only);
    for (const button of all(".clear")) button.hidden = only === null;
    if (active && !hit(active)) activate(null); else layout();
  }
  function choose(speaker) {
    const url = new URL(location.href);
    if (speaker === null) url.searchParams.delete("speaker"); else url.searchParams.set("speaker", speaker);
    try { history.replaceState(history.state, "", url); } catch { /* as above */ }
    show(speaker);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-speaker], .clear");
    if (link) {
      event.preventDefault();
      return choose(link.dataset.speaker === undefined || link.dataset.speaker === only ? null : link.dataset.speaker);
    }
    const control = event.target.closest("button, a, input, select, form");
    const number = event.target.closest(".num, .no, .mini a");
    if (control && !number) return;
    const home = event.target.closest(".st[data-s], .card[data-s], .mini rect");
    if (!home || String(getSelection()) || home.classList.contains("off")) return;
    if (number) event.preventDefault();
    activate(home.dataset.s, { scroll: Boolean(number) });
  });
  const warm = (on) => (event) => {
    const naming = event.target.closest?.("[data-w]");
    if (naming) document.getElementById(`w${naming.dataset.w}`)?.classList.toggle("warm", on);
    const home = event.target.closest?.(".st[data-s], .card[data-s]");
    for (const element of all(".st.warm, .in.warm")) element.classList.remove("warm");
    if (!on || !home) return;
    for (const element of all(`.st${quoted(home.dataset.s)}`)) element.classList.add("warm");
    cardOf(home.dataset.s)?.querySelector(".in").classList.add("warm");
  };
  document.addEventListener("mouseover", warm(true));
  document.addEventListener("mouseout", warm(false));
  document.addEventListener("focusin", (event) => {
    const number = event.target.closest?.(".num, .no");
    const home = number?.closest("[data-s]");
    if (home && number.matches(":focus-visible") && home.dataset.s !== active) activate(home.dataset.s);
  });

  const typing = (event) => event.metaKey || event.ctrlKey || event.altKey || /^(SELECT|INPUT|TEXTAREA)$/.test(event.target.tagName);
  document.addEventListener("keydown", (event) => {
    if (typing(event) || event.defaultPrevented || !document.getElementById("text")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "n") step(1, (card) => card.classList.contains("unsure"));
    else if (event.key === "Escape") activate(null);
  });

  // Beside the text there is room to show at once what a card tells: one with a path, if there is any.
  function first() {
    return document.querySelector(".card:not(.hide):has(.path)") ?? document.querySelector(".card:not(.hide)");
  }
  function start() {
    if (!document.getElementById("text")) return;
    if (innerWidth < 761) document.getElementById("railbox").open = false;
    const asked = new URLSearchParams(location.search).get("speaker");
    if (asked) show(asked);
    const here = decodeURIComponent(location.hash.slice(1)).replace(/^card-/, "");
    if (here && cardOf(here)) activate(here, { scroll: true });
    else if (wide.matches) activate(first()?.dataset.s ?? null, { address: false });
    else layout();
  }
  document.addEventListener("DOMContentLoaded", start);
  addEventListener("load", layout);
  addEventListener("resize", layout);
  addEventListener("hashchange", () => {
    const here = decodeURIComponent(location.hash.slice(1)).replace(/^card-/, "");
    // Words that only name somebody belong to no one statement: the open card stays.
    if (!document.getElementById(here)?.matches(".ante")) activate(here, { address: false });
  });

  globalThis.sayso = {
    active: () => active,
    activate,
    cardOf,
    typing,
    again: () => { if (only !== null) show(only); activate(active, { address: false }); },
  };
})();
