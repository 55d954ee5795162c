const { join } = require("node:path");

/** How the pages' `@/` is resolved, in the form that dependency-cruiser reads. */
module.exports = { resolve: { alias: { "@": join(__dirname, "../../frontend/src") } } };
