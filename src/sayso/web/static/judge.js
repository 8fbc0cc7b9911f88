// The reader's judgements: keys press the open card's buttons; selected words open the correction box.
const { sayso } = globalThis;
const pop = () => document.getElementById("pop");

function press(selector) {
  const card = sayso.active() && sayso.cardOf(sayso.active());
  card?.querySelector(selector)?.click();
  return Boolean(card);
}
const KEYS = { c: '[name="confirm"]', x: '[name="reject"]', z: '[name="undo"]', e: "[data-edit]" };

document.addEventListener("keydown", (event) => {
  if (sayso.typing(event)) return;
  const box = pop();
  if (box && !box.hidden) {
    if (event.key === "Escape") { close(); event.preventDefault(); }
    const choice = box.querySelectorAll("li button")[Number(event.key) - 1];
    if (choice) { event.preventDefault(); choice.click(); }
    return;
  }
  if (KEYS[event.key] && press(KEYS[event.key])) event.preventDefault();
}, true);

// Offsets are code points of the document's text: the words of a paragraph without the numbers that were put in.
function offset(node, at) {
  const start = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const paragraph = start.closest?.(".txt");
  if (!paragraph) return null;
  const range = document.createRange();
  range.setStart(paragraph, 0);
  range.setEnd(node, at);
  const words = range.cloneContents();
  for (const number of words.querySelectorAll(".num")) number.remove();
  return Number(paragraph.dataset.start) + [...words.textContent].length;
}
function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const start = offset(range.startContainer, range.startOffset);
  const end = offset(range.endContainer, range.endOffset);
  const copy = range.cloneContents();
  for (const number of copy.querySelectorAll(".num")) number.remove();
  const words = copy.textContent.trim();
  return start !== null && end !== null && start < end && words ? { start, end, words, range } : null;
}

function labelOf(card) {
  return `${card.querySelector(".no").textContent}, ${card.querySelector(".who").textContent}`;
}
// The statements that selected words most likely belong to: the open one first, then those nearby.
function candidates(range) {
  const near = range.startContainer.parentElement.closest(".para");
  const around = [near, near?.previousElementSibling, near?.nextElementSibling].filter(Boolean);
  const cards = around.flatMap((paragraph) => [...paragraph.querySelectorAll(".card")]);
  const inside = range.startContainer.parentElement.closest(".st[data-s]");
  const first = inside ? sayso.cardOf(inside.dataset.s) : nearest(near, range) ?? cards[0];
  const open = sayso.active() && sayso.cardOf(sayso.active());
  return [...new Set([open && near?.contains(open) ? open : first, ...cards, open].filter(Boolean))];
}
function nearest(paragraph, range) {
  const at = range.getBoundingClientRect();
  const distance = (words) => Math.abs(words.getBoundingClientRect().top - at.top) * 10 + Math.abs(words.getBoundingClientRect().left - at.left);
  const words = [...(paragraph?.querySelectorAll(".st[data-s]") ?? [])].sort((a, b) => distance(a) - distance(b))[0];
  return words && sayso.cardOf(words.dataset.s);
}
function open(found) {
  const box = pop();
  const cards = candidates(found.range);
  if (!box || !cards.length) return;
  const document_ = document.getElementById("reading").dataset.document;
  box.elements.start.value = found.start;
  box.elements.end.value = found.end;
  box.elements.correct.replaceChildren(...cards.map((card) => new Option(labelOf(card), `${document_}/${card.dataset.s}`)));
  box.querySelector(".sel").textContent = found.words.length > 90 ? `${found.words.slice(0, 89)}…` : found.words;
  box.hidden = false;
  const at = found.range.getBoundingClientRect();
  const limit = document.documentElement.clientWidth - box.offsetWidth - 12;
  const home = box.offsetParent?.getBoundingClientRect() ?? { left: -scrollX, top: -scrollY };
  box.style.left = `${Math.max(12, Math.min(at.left, limit)) - home.left}px`;
  box.style.top = `${at.bottom + 10 - home.top}px`;
}
function close() {
  const box = pop();
  if (box) box.hidden = true;
}
document.addEventListener("mouseup", (event) => {
  if (pop()?.contains(event.target)) return;
  setTimeout(() => { const found = selected(); if (found) open(found); });
});
document.addEventListener("keyup", (event) => {
  if (!event.shiftKey || !event.key.startsWith("Arrow")) return;
  const found = selected();
  if (found) open(found);
});
// On a touch screen there is no mouse to let go of: the selection counts once it has rested.
let resting;
document.addEventListener("selectionchange", () => {
  if (!matchMedia("(pointer: coarse)").matches) return;
  clearTimeout(resting);
  resting = setTimeout(() => { const found = selected(); if (found) open(found); }, 600);
});
document.addEventListener("mousedown", (event) => { if (!pop()?.contains(event.target)) close(); });
document.addEventListener("htmx:after:swap", () => sayso.again());
