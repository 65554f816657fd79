#include <atomic>
#include <condition_variable>
#include <deque>
#include <fstream>
#include <future>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace recorder {

bool nextSample(double& d);

class Recorder {
public:
    explicit Recorder(const std::string& file)
        : worker_([this](std::stop_token st) { run(st); }), out_(file) {}
private:
    void run(std::stop_token st) {
        double d = 0;
        while (!st.stop_requested() && nextSample(d)) out_ << d << '\n';
    }
    std::jthread worker_;
    std::ofstream out_; // EXPECT: destroyed-before-join
};

class RecorderOrdered {
public:
    explicit RecorderOrdered(const std::string& file)
        : out_(file), worker_([this](std::stop_token st) { run(st); }) {}
private:
    void run(std::stop_token st) {
        double d = 0;
        while (!st.stop_requested() && nextSample(d)) out_ << d << '\n';
    }
    std::ofstream out_;
    std::jthread worker_;
};

class RecorderStopped {
public:
    RecorderStopped() { worker_ = std::jthread(&RecorderStopped::run, this); }
    ~RecorderStopped() {
        stop_ = true;
        worker_ = {};
    }
private:
    void run() {
        double d = 0;
        while (!stop_ && nextSample(d)) samples_.push_back(d);
    }
    std::jthread worker_;
    std::atomic<bool> stop_{false};
    std::vector<double> samples_;
};

class Joiner {
public:
    Joiner() = default;
    explicit Joiner(std::thread t) : t_(std::move(t)) {}
    Joiner& operator=(Joiner&&) = default;
    ~Joiner() { if (t_.joinable()) t_.join(); }
private:
    std::thread t_;
};

class Averager {
public:
    Averager() : joiner_(std::thread([this] { average(); })) {}
private:
    void average() {
        double d = 0;
        for (int i = 0; i < 100 && nextSample(d); ++i) {
            std::lock_guard g(mutex_);
            window_.push_back(d);
        }
    }
    std::mutex mutex_;
    Joiner joiner_;
    std::deque<double> window_; // EXPECT: destroyed-before-join
};

class Loader {
public:
    void load() {
        done_ = std::async(std::launch::async, [this] { // EXPECT: unowned-future
            double d = 0;
            while (nextSample(d)) values_.push_back(d);
        });
    }
private:
    std::future<void> done_;
    std::vector<double> values_; // EXPECT: destroyed-before-join
};

double mean() {
    std::vector<double> values;
    std::jthread t([&values] {
        double d = 0;
        while (nextSample(d)) values.push_back(d);
    });
    t.join();
    double s = 0;
    for (double v : values) s += v;
    return values.empty() ? 0 : s / values.size();
}

void localOrder() {
    std::optional<std::jthread> t;
    std::string label = "run"; // EXPECT: destroyed-before-join
    t.emplace([&label] {
        double d = 0;
        while (nextSample(d)) label += '.';
    });
}

} // namespace recorder
