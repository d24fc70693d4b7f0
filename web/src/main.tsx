import "./style/tokens.css";
import "./style/base.css";
import "./style/shell.css";
import "./style/parts.css";
import "./style/tables.css";
import "./style/forms.css";
import "./style/pages.css";
import { render } from "preact";
import { App } from "./app";
import { applyTheme, storedTheme } from "./theme";

applyTheme(storedTheme());
const place = document.getElementById("app");
if (place) {
  place.textContent = "";
  render(<App />, place);
}
