#include <atomic>
#include <chrono>
#include <future>
#include <iostream>
#include <latch>
#include <memory>
#include <semaphore>
#include <string>
#include <thread>
#include <vector>

namespace relay {

struct Mail { std::string from, to, body; };
bool deliver(const Mail& m);
void bounce(const Mail& m);

template <typename Fn>
void runInBackground(Fn fn) {
    std::thread t(std::move(fn));
    t.detach(); // EXPECT: detached-thread
}

void deliverLater(Mail m) {
    runInBackground([m = std::move(m)] {
        if (!deliver(m)) bounce(m);
    });
}

void bounceLater(Mail m) {
    runInBackground([m = std::move(m)] { bounce(m); });
}

bool deliverAll(const std::vector<Mail>& mails) {
    auto done = std::make_shared<std::latch>(static_cast<std::ptrdiff_t>(mails.size()));
    auto failed = std::make_shared<std::atomic<int>>(0);
    for (const Mail& m : mails) {
        std::thread([m, done, failed] {
            if (!deliver(m)) failed->fetch_add(1, std::memory_order_relaxed);
            done->count_down();
        }).detach();
    }
    done->wait();
    return failed->load() == 0;
}

bool deliverOrTimeout(Mail m, std::chrono::seconds limit) {
    std::promise<bool> result;
    auto answer = result.get_future();
    std::thread([m = std::move(m), result = std::move(result)]() mutable {
        result.set_value(deliver(m));
    }).detach();
    return answer.wait_for(limit) == std::future_status::ready && answer.get();
}

class Relay {
public:
    ~Relay() {
        for (int i = 0; i < kSlots; ++i) slots_.acquire();
    }
    void accept(Mail m) {
        slots_.acquire();
        std::thread([this, m = std::move(m)] {
            deliver(m);
            slots_.release();
        }).detach();
    }
private:
    static constexpr int kSlots = 4;
    std::counting_semaphore<kSlots> slots_{kSlots};
};

class LeakyRelay {
public:
    void accept(Mail m) {
        slots_.acquire();
        std::thread([this, m = std::move(m)] {
            deliver(m);
            slots_.release();
        }).detach(); // EXPECT: detached-thread
    }
private:
    std::counting_semaphore<4> slots_{4};
};

} // namespace relay
