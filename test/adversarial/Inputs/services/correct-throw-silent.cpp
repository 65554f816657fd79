#include <cassert>
#include <charconv>
#include <exception>
#include <functional>
#include <future>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <variant>
#include <vector>

namespace silent {

struct ParseError : std::runtime_error { using std::runtime_error::runtime_error; };
int parse(const std::string& s) {
    if (s.empty()) throw ParseError("empty");
    return static_cast<int>(s.size());
}
void use(int);

template <typename T>
class Expected {
public:
    template <typename F> static Expected of(F f) {
        Expected e;
        try { e.v_ = f(); } catch (...) { e.err_ = std::current_exception(); }
        return e;
    }
    T get() const {
        if (err_) std::rethrow_exception(err_);
        return *v_;
    }
    bool ok() const { return !err_; }
private:
    std::optional<T> v_;
    std::exception_ptr err_;
};

void expected(const std::string& s) {
    std::thread t([s] {
        auto e = Expected<int>::of([&] { return parse(s); });
        if (e.ok()) use(1);
    });
    t.join();
}

void checkedAt(const std::vector<int>& v) {
    std::thread t([&v] {
        if (v.size() > 3) use(v[3]);
    });
    t.join();
}

void lippincott() {
    try { throw; }
    catch (const ParseError& e) { std::cerr << e.what(); }
    catch (const std::exception& e) { std::cerr << e.what(); }
    catch (...) { std::cerr << "?"; }
}

void dispatcher(const std::string& s) {
    std::thread t([s] {
        try { use(parse(s)); } catch (...) { lippincott(); }
    });
    t.join();
}

void hasValue(std::optional<int> o) {
    std::thread t([o] { if (o.has_value()) use(o.value()); });
    t.join();
}

void derivedCaught(const std::string& s) {
    std::thread t([s] {
        try { use(parse(s)); }
        catch (const std::runtime_error& e) { std::cerr << e.what(); }
    });
    t.join();
}

void noThrowStoi(const std::string& s) {
    std::thread t([s] {
        int v = 0;
        auto [p, ec] = std::from_chars(s.data(), s.data() + s.size(), v);
        if (ec == std::errc{}) use(v);
    });
    t.join();
}

void tryFunctionEntry(const std::string& s) try {
    use(parse(s));
} catch (...) {
    std::cerr << "lost\n";
}

void entryTry(const std::string& s) {
    std::jthread t(tryFunctionEntry, s);
}

class Task {
public:
    explicit Task(std::string s) : s_(std::move(s)) {}
    void operator()() {
        try { run(); } catch (const std::exception&) { err_ = std::current_exception(); }
    }
private:
    void run() { use(parse(s_)); }
    std::string s_;
    std::exception_ptr err_;
};

void functor(const std::string& s) {
    Task task(s);
    std::thread t(std::ref(task));
    t.join();
}

void variantChecked(std::variant<int, std::string> v) {
    std::jthread t([v] {
        if (std::holds_alternative<int>(v)) use(std::get<int>(v));
    });
}

void containsChecked(const std::map<std::string, int>& m) {
    std::jthread t([&m] {
        if (m.contains("k")) use(m.at("k"));
    });
}

void countedAt(const std::vector<int>& v) {
    std::jthread t([&v] {
        for (std::size_t i = 0; i < v.size(); ++i) use(v.at(i));
    });
}

} // namespace silent
