#include <atomic>
#include <exception>
#include <future>
#include <iostream>
#include <latch>
#include <mutex>
#include <condition_variable>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace import {

struct Row { std::string key; int qty = 0; };
bool insert(const Row& r);
Row parse(const std::string& line) {
    const auto comma = line.find(',');
    if (comma == std::string::npos) throw std::runtime_error("bad line");
    return Row{line.substr(0, comma), std::stoi(line.substr(comma + 1))};
}
bool wanted(const std::string& line);

void importLines(const std::vector<std::string>& lines) {
    std::latch done(static_cast<std::ptrdiff_t>(lines.size()));
    std::vector<std::jthread> ts;
    for (const auto& l : lines) {
        ts.emplace_back([&done, l] {
            if (!wanted(l)) return;
            insert(Row{l, 1});
            done.count_down(); // EXPECT: skippable-completion
        });
    }
    done.wait();
}

class CountDownGuard {
public:
    explicit CountDownGuard(std::latch& l) : l_(l) {}
    ~CountDownGuard() { l_.count_down(); }
private:
    std::latch& l_;
};

void importLinesGuarded(const std::vector<std::string>& lines) {
    std::latch done(static_cast<std::ptrdiff_t>(lines.size()));
    std::vector<std::jthread> ts;
    for (const auto& l : lines) {
        ts.emplace_back([&done, l] {
            CountDownGuard g(done);
            if (!wanted(l)) return;
            insert(Row{l, 1});
        });
    }
    done.wait();
}

void importThrowing(const std::vector<std::string>& lines) {
    std::latch done(1);
    std::atomic<int> n{0};
    auto f = std::async(std::launch::async, [&] {
        for (const auto& l : lines) { insert(parse(l)); ++n; }
        done.count_down(); // EXPECT: skippable-completion
    });
    done.wait();
    std::cout << n << " rows\n";
    f.get();
}

void importCaught(const std::vector<std::string>& lines) {
    std::latch done(1);
    std::jthread t([&] {
        try {
            for (const auto& l : lines) insert(parse(l));
        } catch (const std::exception& e) {
            std::cerr << e.what() << '\n';
        }
        done.count_down();
    });
    done.wait();
}

int importPromise(const std::string& line) {
    std::promise<int> p;
    auto f = p.get_future();
    std::jthread t([&p, line] {
        try {
            p.set_value(parse(line).qty);
        } catch (...) {
            p.set_exception(std::current_exception());
        }
    });
    return f.get();
}

int importPromiseSkipped(const std::string& line) {
    std::promise<int> p;
    auto f = p.get_future();
    std::jthread t([&p, line] {
        Row r{line, 3};
        if (!insert(r)) {
            std::cerr << "insert failed\n";
            return;
        }
        p.set_value(r.qty); // EXPECT: skippable-completion
    });
    return f.get();
}

int importPromiseMoved(const std::string& line) {
    std::promise<int> p;
    auto f = p.get_future();
    std::jthread t([p = std::move(p), line]() mutable {
        Row r{line, 3};
        if (!insert(r)) return;
        p.set_value(r.qty);
    });
    return f.get();
}

} // namespace import
