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

// The chosen file's name, size and text; no text where it is too large to be what is asked for.
async function readFile(input, largest) {
  const [file] = input.files;
  if (!file) return null;
  const content = file.size > largest ? null : await file.text();
  input.value = "";
  return { name: file.name, size: file.size, content };
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
