// The front page: files dropped anywhere, or chosen, are added at once.
const form = document.querySelector("form.files");
const input = document.getElementById("files");

function carriesFiles(event) {
  return event.dataTransfer?.types.includes("Files");
}
function over(on) {
  document.body.classList.toggle("over", on);
}
addEventListener("dragover", (event) => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  over(true);
});
addEventListener("dragleave", (event) => { if (!event.relatedTarget) over(false); });
addEventListener("drop", (event) => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  over(false);
  input.files = event.dataTransfer.files;
  add();
});
input.addEventListener("change", add);

function add() {
  if (!input.files.length) return;
  globalThis.say(input.files.length === 1 ? `Reading ${input.files[0].name} …` : `Reading ${input.files.length} files …`);
  form.requestSubmit();
}
addEventListener("pageshow", () => form.reset());
