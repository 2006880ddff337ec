export const pageOf = () => "";
export const summaryOf = () => ({});
