// The provider's own words, without a layer above: one look at a task.
import type { ToapisApi } from "@omni-contracts/toapis";

/** `in_progress, 40 %` */
export async function statusLine(api: ToapisApi, taskId: string): Promise<string> {
  const { data, error, response } = await api.GET("/v1/videos/generations/{task_id}", {
    params: { path: { task_id: taskId } },
  });
  if (!data) return `HTTP ${response.status}: ${JSON.stringify(error)}`;
  return `${data.status}, ${data.progress ?? 0} %`;
}
