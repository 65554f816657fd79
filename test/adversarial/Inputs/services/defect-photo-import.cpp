#include <deque>
#include <functional>
#include <future>
#include <iostream>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace photo {

struct Image { std::string path; std::vector<char> px; };
Image load(const std::string& p);
void save(const Image& i);
void tag(std::string_view s);

class Importer {
public:
    // by pointer to local, kept in member: dangling
    void importOne(const std::string& p) {
        Image img = load(p);
        jobs_.push_back(std::async(std::launch::async, [ptr = &img] { save(*ptr); })); // EXPECT: dangling-capture
    }
    void importShared(const std::string& p) {
        auto img = std::make_shared<Image>(load(p));
        jobs_.push_back(std::async(std::launch::async, [img] { save(*img); }));
    }
    void importMoved(const std::string& p) {
        Image img = load(p);
        jobs_.push_back(std::async(std::launch::async, [img = std::move(img)] { save(img); }));
    }
    void finish() {
        for (auto& j : jobs_) j.get();
        jobs_.clear();
    }
    ~Importer() { for (auto& j : jobs_) j.wait(); }
private:
    std::vector<std::future<void>> jobs_;
};

// all local, waited: fine
void importAll(const std::vector<std::string>& ps) {
    std::vector<Image> imgs(ps.size());
    std::vector<std::future<void>> fs;
    for (std::size_t i = 0; i < ps.size(); ++i)
        fs.push_back(std::async(std::launch::async, [&, i] { imgs[i] = load(ps[i]); }));
    for (auto& f : fs) f.get();
    for (auto& im : imgs) save(im);
}

// returned thread captures local by ref
std::thread saver(const std::string& p) {
    Image img = load(p);
    return std::thread([&img] { save(img); }); // EXPECT: dangling-capture
}

std::jthread tagger(std::string name) {
    return std::jthread([name = std::move(name)] { tag(name); });
}

// temporary object detaches its member function
class OneShot {
public:
    explicit OneShot(std::string n) : n_(std::move(n)) {}
    void run() { tag(n_); }
private:
    std::string n_;
};

void oneShot(const std::string& n) {
    OneShot s(n);
    std::thread t(&OneShot::run, &s); // EXPECT: dangling-capture
    t.detach(); // EXPECT: detached-thread
}

void oneShotCopy(const std::string& n) {
    OneShot s(n);
    std::thread t(&OneShot::run, s);
    t.detach(); // EXPECT: detached-thread
}

void oneShotWaited(const std::string& n) {
    OneShot s(n);
    std::promise<void> done;
    std::thread([&] { s.run(); done.set_value(); }).detach();
    done.get_future().wait();
}

} // namespace photo
