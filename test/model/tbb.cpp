// REQUIRES: tbb
// RUN: %prove-model oneTBB %tbb %s

// Names every type, member and function that libraries/tbb.yaml models.

#include <tbb/concurrent_queue.h>
#include <tbb/flow_graph.h>
#include <tbb/task_arena.h>
#include <tbb/task_group.h>

void work();

void tasks() {
  tbb::task_group Group;
  Group.run(work);
  Group.run_and_wait(work);
  Group.cancel();
  Group.wait();
  tbb::task_arena Arena;
  Arena.enqueue(work);
  tbb::flow::graph Graph;
  Graph.cancel();
  Graph.wait_for_all();
}

void queues() {
  int Value;
  tbb::concurrent_bounded_queue<int> Bounded;
  Bounded.set_capacity(2);
  Bounded.push(1);
  Bounded.emplace(1);
  Bounded.try_push(1);
  Bounded.try_emplace(1);
  Bounded.pop(Value);
  Bounded.try_pop(Value);
  Bounded.abort();
  tbb::concurrent_queue<int> Queue;
  Queue.push(1);
  Queue.emplace(1);
  Queue.try_pop(Value);
}
