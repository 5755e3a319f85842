// What the components share.

function set(target, value) {
  if (target.textContent !== value) target.textContent = value ?? "";
}

function element(tag, className = "", html = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.innerHTML = html;
  return made;
}

// The chosen file's name, size and bytes in base64, which the server reads; no bytes where it is too large to be what is asked for.
async function readFile(input, largest) {
  const [file] = input.files;
  if (!file) return null;
  const content = file.size > largest ? null : await base64(file);
  input.value = "";
  return { name: file.name, size: file.size, content };
}

async function base64(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

// Saves what the server made: ``content`` is base64.
function saveFile({ name, content }) {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const anchor = element("a");
  anchor.href = URL.createObjectURL(new Blob([bytes]));
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10_000);
}

// Calls ``then`` when every change of a lever has been answered: what is asked for next must not overtake it.
function afterLevers(then) {
  if (document.dispatchEvent(new CustomEvent("levers:rest", { detail: then, cancelable: true }))) then();
}
