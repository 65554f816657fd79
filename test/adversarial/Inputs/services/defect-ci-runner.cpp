#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <future>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace ci {

struct Step { std::string cmd; std::chrono::seconds limit{60}; };
int shell(const std::string& cmd);
void kill(const std::string& cmd);

class Outcome {
public:
    Outcome(int rc, bool late) : rc_(rc), late_(late) {}
    int rc() const { return rc_; }
private:
    int rc_;
    bool late_;
};

Outcome runStep(const Step& s) {
    auto f = std::async(std::launch::async, shell, s.cmd);
    if (f.wait_for(s.limit) == std::future_status::timeout) { // EXPECT: unowned-future
        return Outcome(124, true);
    }
    return Outcome(f.get(), false);
}

Outcome runStepKilling(const Step& s) {
    auto f = std::async(std::launch::async, shell, s.cmd);
    if (f.wait_for(s.limit) == std::future_status::timeout) {
        kill(s.cmd);
        f.wait();
        return Outcome(124, true);
    }
    return Outcome(f.get(), false);
}

template <typename R, typename... A>
std::optional<R> withTimeout(std::chrono::milliseconds d, R (*fn)(A...), A... a) {
    std::future<R> f = std::async(std::launch::async, fn, a...);
    if (f.wait_for(d) == std::future_status::ready) return f.get(); // EXPECT: unowned-future
    return std::nullopt;
}

int addOne(int v) { return v + 1; }

void useTimeout() {
    auto r = withTimeout<int, int>(std::chrono::milliseconds(5), addOne, 3);
    auto q = withTimeout<int, int>(std::chrono::milliseconds(5), addOne, 4);
    std::cout << r.value_or(0) + q.value_or(0);
}

// matrix jobs
bool runMatrix(const std::vector<Step>& steps) {
    std::map<std::string, std::future<int>> running;
    for (auto& s : steps) running.insert_or_assign(s.cmd, std::async(std::launch::async, shell, s.cmd));
    bool ok = true;
    for (auto& [cmd, f] : running) {
        const int rc = f.get();
        if (rc != 0) {
            std::cerr << cmd << " failed\n";
            ok = false;
        }
    }
    return ok;
}

struct Job {
    Step step;
    std::future<int> result;
    explicit Job(Step s) : step(std::move(s)), result(std::async(std::launch::async, shell, step.cmd)) {}
    int wait() { return result.get(); }
};

int runJobs(const std::vector<Step>& steps) {
    std::vector<Job> jobs;
    for (auto& s : steps) jobs.emplace_back(s);
    int worst = 0;
    for (auto& j : jobs) worst = std::max(worst, j.wait());
    return worst;
}

std::future<int> again(const Step& s) {
    std::future<int> f;
    f = std::async(std::launch::async, shell, s.cmd);
    return f;
}

void ignoreAgain(const Step& s) {
    (void)again(s); // EXPECT: unowned-future
}

} // namespace ci
