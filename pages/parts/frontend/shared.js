// What both components use.

function set(target, value) {
  if (target.textContent !== value) target.textContent = value ?? "";
}

function element(tag, className = "", html = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.innerHTML = html;
  return made;
}
