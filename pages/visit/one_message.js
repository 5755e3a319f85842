// One message at a time to Streamlit: what is sent before the browser's next task goes in one message, and that is for one
// part of the page alone where one of its senders is such a part. The others would be heard, and nothing drawn.

/** @type {(() => void)[]} */
const waiting = [];
let isOnItsWay = false;

/**
 * Calls ``send`` when what was sent before is on its way.
 * @param {() => void} send
 */
export function inAMessageOfItsOwn(send) {
  waiting.push(send);
  if (!isOnItsWay) next();
}

/** Whether something is about to be sent. */
export function isSending() {
  return isOnItsWay;
}

function next() {
  const send = waiting.shift();
  isOnItsWay = Boolean(send);
  if (!send) return;
  try {
    send();
  } finally {
    setTimeout(next, 0); // after Streamlit's own, which sends
  }
}
