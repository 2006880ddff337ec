// Vue's files, as TypeScript sees them without a compiler of their own.
declare module "*.vue" {
  const component: import("vue").Component;
  export { component as default };
}

declare module "*.css";
