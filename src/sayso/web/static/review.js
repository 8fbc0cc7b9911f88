// Review by keys: each presses the button that bears it.
// A key pressed while an answer is on its way waits for the next question: it must not answer the last one twice.
// It also waits for htmx, which is why the page names this script first.
const waiting = [];
let busy = true;
const bearer = (key) => document.querySelector(`#review [data-key="${CSS.escape(key)}"]`);
const press = (key) => {
  const button = bearer(key);
  busy = Boolean(button);
  button?.click();
};
const goOn = () => {
  busy = false;
  while (!busy && waiting.length) press(waiting.shift());
};
addEventListener("htmx:after:process", goOn, { once: true });
addEventListener("htmx:finally:swap", goOn);
// What the server refused is never swapped in.
addEventListener("htmx:finally:request", (event) => { if (event.detail.ctx.status !== "swapped") goOn(); });
document.addEventListener("keydown", (event) => {
  if (event.metaKey || event.ctrlKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
  if (event.key === "0") {
    event.preventDefault();
    return document.getElementById("other")?.focus();
  }
  if (event.key === "Enter" && event.target.closest("a, button, summary")) return;
  const key = event.key === "Enter" ? "1" : event.key;
  if (!bearer(key)) return;
  event.preventDefault();
  if (busy) waiting.push(key);
  else press(key);
});
