#include <any>
#include <exception>
#include <functional>
#include <future>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>
#include <thread>
#include <variant>
#include <vector>

namespace host {

struct PluginError : std::runtime_error { using std::runtime_error::runtime_error; };
struct Plugin {
    virtual ~Plugin() = default;
    virtual bool init() = 0;
};
std::vector<Plugin*> plugins();
void trace(const std::string& s);

static void load(Plugin* p) {
    if (!p->init()) throw PluginError("init failed");
}

static void loadAll() {
    for (auto* p : plugins()) load(p);
}

void boot() {
    std::thread t(loadAll); // EXPECT: thread-exception-escape
    t.join();
}

void bootNoexcept() {
    std::thread t([] {
        try {
            loadAll();
        } catch (const PluginError& e) {
            trace(e.what());
        }
    });
    t.join();
}

class Config {
public:
    int get(const std::string& k) const { return values_.at(k); }
    int getOr(const std::string& k, int d) const {
        auto it = values_.find(k);
        return it == values_.end() ? d : it->second;
    }
private:
    std::map<std::string, int> values_;
};

void watch(const Config& c) {
    std::jthread t([&c] { trace(std::to_string(c.get("interval"))); }); // EXPECT: thread-exception-escape
}

void watchOr(const Config& c) {
    std::jthread t([&c] { trace(std::to_string(c.getOr("interval", 3))); });
}

class Runner {
public:
    void operator()() const {
        try {
            loadAll();
        } catch (const std::exception& e) {
            trace(e.what());
            throw;
        }
    }
};

void runRunner() {
    std::thread t{Runner{}}; // EXPECT: thread-exception-escape
    t.join();
}

void collectErrors() {
    std::exception_ptr err;
    std::thread t([&err] {
        try { loadAll(); } catch (...) { err = std::current_exception(); }
    });
    t.join();
    if (err) std::rethrow_exception(err);
}

void viaAsync() {
    auto f = std::async(std::launch::async, loadAll);
    f.get();
}

void viaPackaged() {
    std::packaged_task<void()> task(loadAll);
    auto f = task.get_future();
    std::thread t(std::move(task));
    t.join();
    f.get();
}

void wrongHandler() {
    std::thread t([] { // EXPECT: thread-exception-escape
        try {
            loadAll();
        } catch (const std::logic_error& e) {
            trace(e.what());
        }
    });
    t.join();
}

using Setting = std::variant<int, std::string>;
void dump(const Setting& s) {
    std::jthread t([s] { trace(std::get<std::string>(s)); }); // EXPECT: thread-exception-escape
}
void dumpVisit(const Setting& s) {
    std::jthread t([s] {
        if (auto* str = std::get_if<std::string>(&s)) trace(*str);
    });
}

} // namespace host
