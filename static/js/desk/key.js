// A security key that does not answer, or a dialogue that was closed: a sentence on the page instead of one in the console.
const trouble = document.getElementById("key-trouble");

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  trouble.hidden = false;
});
document.getElementById("use-key").addEventListener("click", () => {
  trouble.hidden = true;
});
