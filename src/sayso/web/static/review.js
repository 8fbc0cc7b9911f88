// Review by keys: each presses the button that bears it.
document.addEventListener("keydown", (event) => {
  if (event.metaKey || event.ctrlKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
  if (event.key === "0") {
    event.preventDefault();
    return document.getElementById("other")?.focus();
  }
  if (event.key === "Enter" && event.target.closest("a, button, summary")) return;
  const key = event.key === "Enter" ? "1" : event.key;
  const button = document.querySelector(`#review [data-key="${CSS.escape(key)}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
});
