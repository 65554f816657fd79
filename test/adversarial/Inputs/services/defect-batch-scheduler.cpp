#include <atomic>
#include <barrier>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <latch>
#include <mutex>
#include <optional>
#include <semaphore>
#include <string>
#include <thread>
#include <vector>

namespace sched {

struct Job { int id = 0; bool heavy = false; };
bool execute(const Job& j);
void report(int ok, int failed);

class Scheduler {
public:
    explicit Scheduler(unsigned limit) : slots_(limit) {}
    void run(const std::vector<Job>& jobs) {
        std::latch all(static_cast<std::ptrdiff_t>(jobs.size()));
        for (const Job& j : jobs) {
            slots_.acquire();
            std::thread([this, &all, j] {
                if (execute(j)) ok_++;
                else failed_++;
                slots_.release();
                all.count_down();
            }).detach();
        }
        all.wait();
        report(ok_, failed_);
    }
private:
    std::counting_semaphore<> slots_;
    std::atomic<int> ok_{0}, failed_{0};
};

class EarlyOutScheduler {
public:
    explicit EarlyOutScheduler(unsigned limit) : slots_(limit) {}
    void run(const std::vector<Job>& jobs) {
        std::latch all(static_cast<std::ptrdiff_t>(jobs.size()));
        std::vector<std::jthread> ts;
        for (const Job& j : jobs) {
            slots_.acquire();
            ts.emplace_back([this, &all, j] {
                if (!execute(j)) {
                    slots_.release();
                    return;
                }
                slots_.release();
                all.count_down(); // EXPECT: skippable-completion
            });
        }
        all.wait();
    }
private:
    std::counting_semaphore<> slots_;
};

void phases(int workers, int rounds) {
    std::barrier sync(workers);
    std::vector<std::jthread> ts;
    for (int w = 0; w < workers; ++w)
        ts.emplace_back([&sync, w, rounds] {
            for (int r = 0; r < rounds; ++r) {
                execute(Job{w * 100 + r});
                sync.arrive_and_wait();
            }
        });
}

// retry helper: RAII permit
class Permit {
public:
    explicit Permit(std::counting_semaphore<>& s) : s_(&s) { s_->acquire(); }
    Permit(Permit&& o) noexcept : s_(o.s_) { o.s_ = nullptr; }
    ~Permit() { if (s_) s_->release(); }
private:
    std::counting_semaphore<>* s_;
};

void limited(const std::vector<Job>& jobs) {
    std::counting_semaphore<> sem(4);
    std::vector<std::jthread> ts;
    for (auto& j : jobs)
        ts.emplace_back([&sem, j] {
            Permit p(sem);
            execute(j);
        });
}

std::optional<int> firstOk(const std::vector<Job>& jobs) {
    std::mutex m;
    std::condition_variable cv;
    std::optional<int> winner;
    std::size_t finished = 0;
    std::vector<std::jthread> ts;
    for (const Job& j : jobs)
        ts.emplace_back([&, j] {
            const bool ok = execute(j);
            std::lock_guard g(m);
            ++finished;
            if (ok && !winner) winner = j.id;
            cv.notify_one();
        });
    std::unique_lock g(m);
    cv.wait(g, [&] { return winner || finished == jobs.size(); });
    return winner;
}

} // namespace sched
