// pthread trampoline in C++, bounded parallel chunks joined per round
#include <algorithm>
#include <pthread.h>
#include <thread>
#include <vector>
struct Job {
  const double *b, *e;
  double sum;
};
extern "C" void *runJob(void *p) {
  Job *j = static_cast<Job *>(p);
  for (auto q = j->b; q != j->e; ++q)
    j->sum += *q;
  return nullptr;
}
double total(const std::vector<double> &v, unsigned width) {
  double s = 0;
  std::size_t pos = 0;
  while (pos < v.size()) {
    std::vector<Job> jobs;
    for (unsigned i = 0; i < width && pos < v.size(); ++i) {
      std::size_t n = std::min<std::size_t>(1024, v.size() - pos);
      jobs.push_back({v.data() + pos, v.data() + pos + n, 0});
      pos += n;
    }
    std::vector<pthread_t> ids(jobs.size());
    std::size_t started = 0;
    for (; started < jobs.size(); ++started)
      if (pthread_create(&ids[started], nullptr, runJob, &jobs[started]) != 0)
        break;
    for (std::size_t i = 0; i < started; ++i)
      pthread_join(ids[i], nullptr);
    for (std::size_t i = started; i < jobs.size(); ++i)
      runJob(&jobs[i]);
    for (auto &j : jobs)
      s += j.sum;
  }
  return s;
}
int main() { return total(std::vector<double>(10000, 0.0), 4) != 0; }
