/** Members that are there in every value: an answer's schema requires them. `["id"] satisfies AlwaysThere<Task>[]`. */
export type AlwaysThere<T> = {
  [Name in keyof T]-?: Pick<T, Name> extends Required<Pick<T, Name>> ? Name : never;
}[keyof T];
