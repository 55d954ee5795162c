// Next writes these declarations only when it has run once; the type checker must not depend on that.
declare module "*.css";
